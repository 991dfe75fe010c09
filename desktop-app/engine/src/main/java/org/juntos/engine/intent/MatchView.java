package org.juntos.engine.intent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of looking for the people of the address book.
///
/// @param found numbers of somebody who can be found
/// @param asked numbers that were looked for now
/// @param left numbers that are looked for later, when the relay allows more
/// @param nextAt when that goes on by itself; null when nothing is left
public record MatchView(int found, int asked, int left, @Nullable Instant nextAt) {}
