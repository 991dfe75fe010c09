@NullMarked
package org.juntos.engine.problem;

import org.jspecify.annotations.NullMarked;
