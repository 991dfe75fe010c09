/// What can go wrong, in words for a person and in codes for a script.
@NullMarked
package org.juntos.engine.problem;

import org.jspecify.annotations.NullMarked;
