package dev.annealer.python.syntax;

import java.util.List;

/// `import a.b`, `import a as b`, `from a import b as c`, `from a import *`.
final class ImportReader {
    List<Stmt.Binding> bindings(Tree tree) {
        String module = tree.child("module_name").map(Tree::text).map(name -> name + ".").orElse("");
        if (tree.ofType("wildcard_import").isPresent()) {
            return List.of(new Stmt.Binding("*", module));
        }
        return tree.all("name").stream().map(name -> binding(name, module)).toList();
    }

    private static Stmt.Binding binding(Tree name, String module) {
        if (name.is("aliased_import")) {
            String path = name.child("name").map(Tree::text).orElse("");
            return new Stmt.Binding(name.child("alias").map(Tree::text).orElse(path), module + path);
        }
        String path = name.text();
        // `import a.b` makes `a` known, through which the script says `a.b`.
        String top = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        return module.isEmpty() ? new Stmt.Binding(top, top) : new Stmt.Binding(path, module + path);
    }
}
