/// A front end's engine, device and media without the real ones.
@NullMarked
package org.juntos.ui.fake;

import org.jspecify.annotations.NullMarked;
