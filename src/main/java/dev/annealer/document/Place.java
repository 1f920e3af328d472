package dev.annealer.document;

/// A place in a document, as a path of keys and indices: `schedule.stages[1].T_max`.
public record Place(String path) {
    /// The document as a whole.
    public static final Place DOCUMENT = new Place("");

    public static final Place TRAINING = new Place("training");
    public static final Place OPTIMIZER = new Place("optimizer");
    public static final Place STAGES = new Place("schedule.stages");

    public static Place stage(int index) {
        return STAGES.at(index);
    }

    public static Place group(int index) {
        return OPTIMIZER.at("param_groups").at(index);
    }

    public Place at(String key) {
        return new Place(path.isEmpty() ? key : path + "." + key);
    }

    public Place at(int index) {
        return new Place(path + "[" + index + "]");
    }

    /// Whether this is `outer` or lies inside it.
    public boolean isWithin(Place outer) {
        return outer.path.isEmpty()
                || path.equals(outer.path)
                || path.startsWith(outer.path + ".")
                || path.startsWith(outer.path + "[");
    }

    @Override
    public String toString() {
        return path;
    }
}
