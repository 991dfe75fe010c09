/// The desktop front end. [org.juntos.ui.shell.DesktopUi] is the way in; it sees the engine's
/// intents and models only.
@NullMarked
package org.juntos.ui;

import org.jspecify.annotations.NullMarked;
