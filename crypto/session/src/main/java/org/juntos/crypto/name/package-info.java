/// User names, by which people are found without a number.
@NullMarked
package org.juntos.crypto.name;

import org.jspecify.annotations.NullMarked;
