/** The race, {@code race.html}: two to four recipes read the same bytes in lockstep, each in a worker of its own. */
package microgpt.web.race;
