/** What a reader does with the laboratory's run beyond watching it: a program that joins the first one's worker, one class a tool. */
package microgpt.web.explore;
