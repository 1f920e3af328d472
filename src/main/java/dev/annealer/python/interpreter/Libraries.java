package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.PythonSource;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The schedules of libraries around PyTorch, which `libraries.py` says in Python: a call of one is gone through as if the script
/// had the function.
final class Libraries {
    /// Names that other libraries and many projects have for something else.
    private static final Set<String> GENERAL =
            Set.of("get_scheduler", "create_optimizer", "create_scheduler", "optimizer_kwargs", "scheduler_kwargs");
    private static final PythonSource SOURCE = read();

    private final Interpreter interpreter;
    private @Nullable Scope module;

    Libraries(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    private static PythonSource read() {
        try (InputStream in = Libraries.class.getResourceAsStream("/dev/annealer/python/libraries.py")) {
            return PythonSource.read(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scope module() {
        if (module == null) {
            module = new Scope(null);
            interpreter.statements().block(SOURCE.statements(), module);
        }
        return module;
    }

    /// The library that has the name; empty where none does.
    Optional<String> home(String name) {
        PyValue homes = module().find("HOMES");
        return homes instanceof PyValue.Dict dict
                ? dict.entries().entrySet().stream()
                        .filter(home -> home.getValue() instanceof PyValue.Items(List<PyValue> names) && names.contains(new PyValue.Text(name)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    /// What a call gives; empty where the name is not known, or the call means something that is not said.
    ///
    /// @param path the full name as the script imports it
    Optional<PyValue> call(String path, Arguments arguments, Expr.Call site) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        Optional<String> home = home(name);
        boolean isGeneral = GENERAL.contains(name) && home.isPresent() && !path.startsWith(home.get()) && !path.startsWith("diffusers");
        if (home.isEmpty() || isGeneral) {
            return Optional.empty();
        }
        PyValue callee = Objects.requireNonNull(module().find(name));
        PyValue result = interpreter.reading().within(site.at(), () -> interpreter.calls().call(callee, arguments, site));
        boolean known = result instanceof SchedulerValue || result instanceof OptimizerValue || result instanceof PyValue.Dict
                || result instanceof PyValue.Items(List<PyValue> items) && items.getFirst() instanceof SchedulerValue;
        if (known && !path.startsWith(home.get()) && !(result instanceof PyValue.Dict)) {
            interpreter.reading().recording().assumptions().put(
                    site.at(), name + " is not in this script; it is taken to be that of " + home.get());
        }
        return known ? Optional.of(result) : Optional.empty();
    }
}
