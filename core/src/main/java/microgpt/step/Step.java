package microgpt.step;

/**
 * One position, predicted and then learned.
 *
 * @param number from 1; 0 of a position looked at before any was learned
 * @param text the document
 * @param token what is read at the position
 * @param target what should be predicted there
 * @param loss -ln of the chance that the target was given
 * @param learningRate of the update that followed
 * @param snapshot all numbers as they were before that update
 */
public record Step(
        int number,
        Place place,
        String text,
        int token,
        int target,
        double loss,
        double learningRate,
        PositionRecord snapshot) {}
