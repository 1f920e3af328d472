package dev.annealer.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/// A node of tree-sitter's tree with its children read once: asking tree-sitter for child after child takes quadratic time.
///
/// @param field the name that the parent has for it; empty where it has none
record Tree(SourceText source, TSNode node, String field, String type) {
    /// Longer lists hold data, not a schedule.
    private static final int MOST_CHILDREN = 20_000;

    static Tree root(SourceText source, TSNode node) {
        return new Tree(source, node, "", node.getType());
    }

    List<Tree> children() {
        var children = new ArrayList<Tree>();
        try (var cursor = new TSTreeCursor(node)) {
            boolean more = cursor.gotoFirstChild();
            while (more && children.size() < MOST_CHILDREN) {
                TSNode child = cursor.currentNode();
                String name = cursor.currentFieldName();
                if (!child.getType().equals("comment")) {
                    children.add(new Tree(source, child, name == null ? "" : name, child.getType()));
                }
                more = cursor.gotoNextSibling();
            }
        }
        return children;
    }

    List<Tree> named() {
        return children().stream().filter(Tree::isNamed).toList();
    }

    List<Tree> all(String name) {
        return children().stream().filter(child -> child.field.equals(name)).toList();
    }

    Optional<Tree> child(String name) {
        return children().stream().filter(child -> child.field.equals(name)).findFirst();
    }

    Optional<Tree> ofType(String wanted) {
        return children().stream().filter(child -> child.type.equals(wanted)).findFirst();
    }

    boolean isNamed() {
        return node.isNamed();
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    Spot at() {
        return source.spot(node.getStartByte(), node.getEndByte());
    }

    String text() {
        return source.text().substring(node.getStartByte(), node.getEndByte());
    }
}
