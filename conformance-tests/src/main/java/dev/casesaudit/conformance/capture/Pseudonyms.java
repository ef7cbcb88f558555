package dev.casesaudit.conformance.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces texts by others of the same shape: equal texts by equal ones, different texts by different ones, and no text
 * by itself. A Feistel network with a random key, which is forgotten with the object, so that nobody can look a text up.
 * It does not depend on earlier texts.
 */
final class Pseudonyms {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int ROUNDS = 8;

    // Ids and ARNs come again and again. Longer texts do not, and would need memory.
    private static final int LONGEST_KNOWN = 100;
    private static final int MOST_KNOWN = 10_000;

    private final Mac mac;
    private final Map<String, String> known = new HashMap<>();

    Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    static Pseudonyms random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Pseudonyms(key);
    }

    /** Returns the replacement of a text. White space, and ASCII punctuation beside other characters, stay. */
    String of(String text) {
        if (text.length() > LONGEST_KNOWN) {
            return made(text);
        }
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(text, this::made);
    }

    private String made(String text) {
        int[] points = text.codePoints().toArray();
        int[][] alphabets = Alphabets.of(text);
        int[] places = IntStream.range(0, points.length)
                .filter(place -> alphabets[place].length > 0)
                .toArray();
        if (places.length == 0) {
            return text;
        }
        Word word = new Word(points, places, alphabets);
        word.replace();
        return word.text();
    }

    /** A text as a number whose digits have different bases. */
    private final class Word {

        private final int[] points;
        private final int[] places;
        private final int[][] alphabets;
        private final int[] digits;
        private final byte[] shape;

        Word(int[] points, int[] places, int[][] alphabets) {
            this.points = points;
            this.places = places;
            this.alphabets =
                    Arrays.stream(places).mapToObj(place -> alphabets[place]).toArray(int[][]::new);
            this.digits = IntStream.range(0, places.length)
                    .map(i -> Arrays.binarySearch(this.alphabets[i], points[places[i]]))
                    .toArray();
            int[] first = points.clone();
            for (int i = 0; i < places.length; i++) {
                first[places[i]] = this.alphabets[i][0];
            }
            shape = new String(first, 0, first.length).getBytes(StandardCharsets.UTF_8);
        }

        void replace() {
            int last = digits.length - 1;
            if (last == 0) {
                int base = alphabets[0].length;
                digits[0] = (digits[0] + 1 + Math.floorMod(stream(0, 0, 0, 1)[0], base - 1)) % base;
                return;
            }
            // Encrypted, increased and decrypted, since the encrypted text alone might be the text itself.
            for (int round = 0; round < ROUNDS; round++) {
                turn(round, 1);
            }
            digits[last] = (digits[last] + 1) % alphabets[last].length;
            for (int round = ROUNDS - 1; round >= 0; round--) {
                turn(round, -1);
            }
        }

        private void turn(int round, int sign) {
            int half = digits.length / 2;
            boolean even = round % 2 == 0;
            int from = even ? 0 : half;
            int to = even ? half : digits.length;
            int[] added = stream(round, even ? half : 0, even ? digits.length : half, to - from);
            for (int i = from; i < to; i++) {
                int base = alphabets[i].length;
                digits[i] = Math.floorMod(digits[i] + sign * Math.floorMod(added[i - from], base), base);
            }
        }

        // Pseudorandom numbers that depend on the shape, the round and the other half.
        private int[] stream(int round, int from, int to, int count) {
            ByteBuffer source =
                    ByteBuffer.allocate(Integer.BYTES * (to - from + 1)).putInt(round);
            for (int i = from; i < to; i++) {
                source.putInt(digits[i]);
            }
            mac.update(shape);
            byte[] seed = mac.doFinal(source.array());
            int[] numbers = new int[count];
            ByteBuffer block = ByteBuffer.allocate(0);
            for (int i = 0; i < count; i++) {
                if (!block.hasRemaining()) {
                    mac.update(seed);
                    block = ByteBuffer.wrap(mac.doFinal(
                            ByteBuffer.allocate(Integer.BYTES).putInt(i).array()));
                }
                numbers[i] = block.getInt();
            }
            return numbers;
        }

        String text() {
            for (int i = 0; i < places.length; i++) {
                points[places[i]] = alphabets[i][digits[i]];
            }
            return new String(points, 0, points.length);
        }
    }
}
