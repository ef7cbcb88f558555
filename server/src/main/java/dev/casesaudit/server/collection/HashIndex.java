package dev.casesaudit.server.collection;

/** Maps 64-bit hashes other than 0 to numbers, in two arrays: a map of objects would need six times the memory. */
public final class HashIndex {

    private long[] hashes = new long[16];
    private int[] numbers = new int[16];
    private int size;

    /** Adds a number and returns it. If the hash has a number already, returns that one and changes nothing. */
    public int putIfAbsent(long hash, int number) {
        if (size * 3L > hashes.length * 2L) {
            grow();
        }
        int place = place(hash);
        if (hashes[place] == hash) {
            return numbers[place];
        }
        hashes[place] = hash;
        numbers[place] = number;
        size++;
        return number;
    }

    /** Returns the number of a hash; another one if it has none. */
    public int get(long hash, int otherwise) {
        int place = place(hash);
        return hashes[place] == hash ? numbers[place] : otherwise;
    }

    private int place(long hash) {
        int place = (int) (hash ^ hash >>> 32) & hashes.length - 1;
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = place + 1 & hashes.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[oldHashes.length * 2];
        numbers = new int[oldNumbers.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                numbers[place] = oldNumbers[i];
            }
        }
    }
}
