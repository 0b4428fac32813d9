package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;

/** Told what happens to the files of an open notebook; on the store's thread. */
public interface StoreListener {
    /** What the notebook's file is like is another thing than before. */
    void found(OnDisk now);

    /** Something could not be written beside the notebook. */
    void cannotKeep(UserFacingException why);
}
