/** Tables, generalization hierarchies, equivalence classes and k-anonymity with suppression. Pure: values in, values out. */
@NullMarked
package podium.scoring.anonymization;

import org.jspecify.annotations.NullMarked;
