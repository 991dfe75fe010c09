@NullMarked
package org.juntos.engine.profile;

import org.jspecify.annotations.NullMarked;
