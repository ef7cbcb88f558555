package dev.casesaudit.server.start;

import dev.casesaudit.server.start.CommandLine.WrongArgument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the key that signs page tokens from a file, where no list of processes shows it. */
final class TokenKeyFile {

    private static final int LONGEST = 64 << 10;

    private TokenKeyFile() {}

    /** Returns the key: the text of the file, without the end of its last line. */
    static String read(Path file) throws WrongArgument {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw wrong(file, "more than 64 kB");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
            return text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw wrong(file, "bytes that are not UTF-8");
        } catch (IOException e) {
            throw wrong(file, e.toString());
        }
    }

    private static WrongArgument wrong(Path file, String got) {
        return new WrongArgument(Option.TOKEN_KEY_FILE.word + ": expected a file with a key, got " + file + ": " + got);
    }
}
