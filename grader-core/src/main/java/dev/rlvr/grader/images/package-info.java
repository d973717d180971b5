/**
 * Sandbox images: what goes into them ({@code ImageRecipes}), how they are made ({@code ImageBuilder}), which there are
 * ({@code ImageStore}), and whether they work ({@code ImageCheck}).
 *
 * <p>An image is known by what it was made of: the digest of its recipe is its tag. So an image that is found is fresh,
 * and two versions of the grader on one machine do not get in each other's way.
 */
@NullMarked
package dev.rlvr.grader.images;

import org.jspecify.annotations.NullMarked;
