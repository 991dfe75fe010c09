/// What differs from device to device: folders, choosers, life cycle, and what the person set.
@NullMarked
package org.juntos.ui.platform;

import org.jspecify.annotations.NullMarked;
