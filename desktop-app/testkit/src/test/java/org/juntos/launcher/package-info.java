/// How the programs start.
@NullMarked
package org.juntos.launcher;

import org.jspecify.annotations.NullMarked;
