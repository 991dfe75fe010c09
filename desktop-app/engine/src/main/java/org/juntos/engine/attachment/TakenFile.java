package org.juntos.engine.attachment;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.store.attachment.Attachments.Preparation;

/// A file that a person chose, encrypted and on disk: what becomes of theirs does not matter any
/// more.
///
/// @param file name of its ciphertext in the profile's attachment folder
/// @param attachment without a blob id: it is not at the relay yet
/// @param preparation how it is to be made fit to be sent; null when it is
public record TakenFile(String file, Attachment attachment, @Nullable Preparation preparation) {}
