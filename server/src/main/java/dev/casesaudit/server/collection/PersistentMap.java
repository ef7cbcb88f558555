package dev.casesaudit.server.collection;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash map. A map that differs in one key shares all but about √n of its entries, so a change costs about
 * √n.
 */
public final class PersistentMap<K, V> extends AbstractMap<K, V> {

    private static final int FEWEST_SHARDS = 4;
    private static final PersistentMap<Object, Object> EMPTY = new PersistentMap<>(shards(0), 0);

    private final Map<K, V>[] shards;
    private final int size;

    private PersistentMap(Map<K, V>[] shards, int size) {
        this.shards = shards;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // it has no keys and no values
    public static <K, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    public static <K, V> PersistentMap<K, V> copyOf(Map<? extends K, ? extends V> map) {
        Map<K, V>[] shards = shards(map.size());
        map.forEach((key, value) -> {
            int shard = shard(key, shards.length);
            if (shards[shard].isEmpty()) {
                shards[shard] = new HashMap<>();
            }
            shards[shard].put(key, value);
        });
        return new PersistentMap<>(shards, map.size());
    }

    public PersistentMap<K, V> with(K key, V value) {
        if (size >= shards.length * shards.length && !containsKey(key)) {
            Map<K, V> larger = new HashMap<>(this);
            larger.put(key, value);
            return copyOf(larger);
        }
        Map<K, V> changed = new HashMap<>(shards[shard(key, shards.length)]);
        int more = changed.put(key, value) == null ? 1 : 0;
        return with(shard(key, shards.length), changed, size + more);
    }

    public PersistentMap<K, V> without(Object key) {
        if (!containsKey(key)) {
            return this;
        }
        Map<K, V> changed = new HashMap<>(shards[shard(key, shards.length)]);
        changed.remove(key);
        return with(shard(key, shards.length), changed, size - 1);
    }

    private PersistentMap<K, V> with(int shard, Map<K, V> changed, int newSize) {
        Map<K, V>[] others = shards.clone();
        others[shard] = changed;
        return new PersistentMap<>(others, newSize);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of parameterized types
    private static <K, V> Map<K, V>[] shards(int size) {
        int count = FEWEST_SHARDS;
        while (count * count <= size) {
            count *= 2;
        }
        Map[] shards = new Map[count];
        Arrays.fill(shards, Map.of());
        return shards;
    }

    // HashMap uses the low bits of a hash, so the shard uses the high ones.
    private static int shard(Object key, int count) {
        return ((key.hashCode() * 0x9E3779B9) >>> 16) & (count - 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return key == null ? null : shards[shard(key, shards.length)].get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return Arrays.stream(shards)
                        .flatMap(shard -> shard.entrySet().stream())
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                        .iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
