/// The desktop of Linux, over its message bus: notifications as the freedesktop specification has
/// them, and the count at the program's icon.
@NullMarked
package org.juntos.ui.platform.dbus;

import org.jspecify.annotations.NullMarked;
