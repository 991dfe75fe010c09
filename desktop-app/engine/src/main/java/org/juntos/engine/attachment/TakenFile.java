package org.juntos.engine.attachment;

import org.juntos.content.Attachment;

/// A file that is prepared, encrypted and on disk.
///
/// @param file name of its ciphertext in the profile's attachment folder
/// @param attachment without a blob id: it is not at the relay yet
public record ReadyFile(String file, Attachment attachment) {}
