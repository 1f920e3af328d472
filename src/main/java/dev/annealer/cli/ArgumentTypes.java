package dev.annealer.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How words of a command line become paths and numbers, and what is said where they don't.
final class ArgumentTypes {
    private ArgumentTypes() {}

    static void register(CommandLine line) {
        line.registerConverter(Path.class, ArgumentTypes::path);
        ITypeConverter<Integer> integer = word -> number(word, Integer::valueOf, "whole number below 2147483648");
        line.registerConverter(int.class, integer);
        line.registerConverter(Integer.class, integer);
        ITypeConverter<Long> whole = word -> number(word, Long::valueOf, "whole number");
        line.registerConverter(long.class, whole);
        line.registerConverter(Long.class, whole);
        line.registerConverter(double.class, word -> number(word, Double::valueOf, "number, such as 0.98"));
    }

    private static Path path(String word) {
        if (word.isEmpty()) {
            throw new TypeConversionException("the name is empty; name a file or a folder");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException _) {
            throw new TypeConversionException("`" + word + "` has characters that names of files can't have here; "
                    + "where the locale is C or POSIX, set LC_ALL=C.UTF-8");
        }
    }

    private static <T> T number(String word, ITypeConverter<T> parser, String kind) throws Exception {
        try {
            return parser.convert(word);
        } catch (NumberFormatException _) {
            throw new TypeConversionException("`" + word + "` is no " + kind);
        }
    }
}
