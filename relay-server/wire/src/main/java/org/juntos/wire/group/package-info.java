/// What client and relay must do alike with the state of a group: its canonical bytes, and what a
/// change makes of it.
@NullMarked
package org.juntos.wire.group;

import org.jspecify.annotations.NullMarked;
