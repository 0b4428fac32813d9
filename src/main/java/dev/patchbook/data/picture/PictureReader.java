package dev.patchbook.data.picture;

import dev.patchbook.data.picture.DecodedCache.Found;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Brings pictures' files to a model's size: from the cache where they are known, else by decoding them. */
public final class PictureReader {
    private final PixelStore store;
    private final DecodedCache cache;
    private final int size;
    private final int background;
    private final Map<String, StoredPicture> known = new HashMap<>();

    /**
     * A reader.
     *
     * @param store keeps their values
     * @param cache knows those of earlier times
     * @param size side of the result, pixels
     * @param background what alpha is laid over, 0xRRGGBB
     */
    public PictureReader(PixelStore store, DecodedCache cache, int size, int background) {
        this.store = store;
        this.cache = cache;
        this.size = size;
        this.background = background;
    }

    /**
     * The picture in a file's bytes; one that was seen before is kept once.
     *
     * @throws PictureException where there is none
     */
    public StoredPicture read(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        byte[] key = digest.digest(bytes);
        Optional<Found> found = cache.find(key);
        if (found.isPresent()) {
            Found hit = found.get();
            return known.computeIfAbsent(
                    hit.picture().hash(),
                    hash -> StoredPicture.of(
                            hit.picture(),
                            values -> store.keep(values, hit.over()),
                            values -> store.keep(values, hit.dropped())));
        }
        Decoded picture = Decoded.of(ImageDecoder.decode(bytes), size, background);
        cache.add(key, picture);
        return known.computeIfAbsent(picture.hash(), hash -> StoredPicture.of(picture, store, store));
    }
}
