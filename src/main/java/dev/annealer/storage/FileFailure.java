package dev.annealer.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why a file could not be read or written, in words for people.
public final class FileFailure {
    private FileFailure() {}

    /// @param done `read` or `written`
    public static String reason(IOException e, String done) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException file -> "it can't be " + done + ": " + file.getFile() + " is a file, not a folder";
            case FileSystemException file when file.getReason() != null -> because(done, file.getReason());
            default -> because(done, e.getMessage());
        };
    }

    private static String because(String done, String reason) {
        String refused = "it can't be " + done;
        return "Is a directory".equals(reason) ? refused + ": it is a folder" : refused + " (" + reason + ")";
    }
}
