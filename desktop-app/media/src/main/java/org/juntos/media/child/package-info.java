/// Puts the parts together: media work that runs in child processes.
@NullMarked
package org.juntos.media.child;

import org.jspecify.annotations.NullMarked;
