/// What the person has chosen about conversations, folders and being notified, alike on all of
/// their devices.
@NullMarked
package org.juntos.engine.choice;

import org.jspecify.annotations.NullMarked;
