package org.juntos.relay.blob;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A piece of a file on its way here.
///
/// @param offset where it begins
/// @param announced length of `content`; negative when it is not known
/// @param checksum what it has to add up to; null when its sender does not say
public record Piece(
    long offset, long announced, @Nullable Checksum checksum, InputStream content) {}
