package dev.arabica.dsl;

/**
 * What kind of thing is wrong. An id is never reused for another meaning: people search for it.
 *
 * @param id such as F0101
 * @param title a few words for the reference page
 */
public record Code(String id, String title) {
  @Override
  public String toString() {
    return id;
  }
}
