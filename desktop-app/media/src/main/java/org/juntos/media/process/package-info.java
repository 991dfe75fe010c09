/// Starts child processes that inherit nothing but their pipes.
@NullMarked
package org.juntos.media.process;

import org.jspecify.annotations.NullMarked;
