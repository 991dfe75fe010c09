/// Records voice messages: samples come from a microphone of the machine and are encoded by a child
/// process while they come.
@NullMarked
package org.juntos.media.record;

import org.jspecify.annotations.NullMarked;
