/** What the build itself runs. */
package microgpt.tools;
