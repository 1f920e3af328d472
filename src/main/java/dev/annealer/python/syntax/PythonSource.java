package dev.annealer.python.syntax;

import java.util.List;
import java.util.OptionalInt;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterPython;

/// A script as far as it can be read.
///
/// @param brokenLine the line of the first thing that is no Python; empty where all is
public record PythonSource(List<Stmt> statements, OptionalInt brokenLine) {
    public static PythonSource read(String text) {
        var source = new SourceText(text);
        try (var parser = new TSParser()) {
            parser.setLanguage(new TreeSitterPython());
            TSTree tree = parser.parseString(null, inAscii(text));
            Tree root = Tree.root(source, tree.getRootNode());
            return new PythonSource(new StatementReader().block(root), brokenLine(root));
        }
    }

    /// tree-sitter counts bytes. With a letter in place of each character beyond ASCII, bytes are characters.
    private static String inAscii(String text) {
        return text.chars()
                .map(c -> c < 128 ? c : 'x')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static OptionalInt brokenLine(Tree root) {
        Tree current = root;
        while (current.node().hasError()) {
            Tree inner = current.children().stream().filter(PythonSource::isBroken).findFirst().orElse(null);
            if (inner == null || current.node().isError()) {
                return OptionalInt.of(current.at().line());
            }
            if (inner.node().isMissing()) {
                return OptionalInt.of(inner.at().line());
            }
            current = inner;
        }
        return OptionalInt.empty();
    }

    private static boolean isBroken(Tree tree) {
        TSNode node = tree.node();
        return node.hasError() || node.isError() || node.isMissing();
    }
}
