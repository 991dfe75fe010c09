/// The client without a window: commands for people and scripts, and JSON-RPC for programs, on the
/// engine that the desktop has.
@NullMarked
package org.juntos.cli;

import org.jspecify.annotations.NullMarked;
