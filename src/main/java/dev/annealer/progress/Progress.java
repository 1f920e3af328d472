package dev.annealer.progress;

/// How long work tells how far it is, and learns that nobody waits for it any more.
public interface Progress {
    Progress NONE = new Progress() {
        @Override
        public void done(double fraction) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// Called now and then, with `fraction` in [0, 1].
    void done(double fraction);

    /// Asked now and then; the work then ends in a {@link java.util.concurrent.CancellationException}.
    boolean isCancelled();
}
