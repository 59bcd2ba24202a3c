package microgpt.web.explore;

import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The courses of a run, one below the other, each with how it compares, and a button that goes to its end. */
final class CourseList {
    private final HTMLElement root;
    private final Chooser chooser;
    private String shown = "";

    /** Is told where the reader wants to go. */
    interface Chooser {
        void goTo(int course, long position);
    }

    CourseList(HTMLElement root, Chooser chooser) {
        this.root = root;
        this.chooser = chooser;
    }

    void show(LabReport.Courses report) {
        StringBuilder described = new StringBuilder();
        for (LabReport.Course course : report.courses()) {
            described.append(TravelText.course(course)).append('|');
        }
        described.append(report.present());
        if (!shown.contentEquals(described)) { // a button that is built anew loses the focus
            shown = described.toString();
            build(report);
        }
        for (int i = 0; i < report.courses().size(); i++) {
            LabReport.Course course = report.courses().get(i);
            HTMLElement row = (HTMLElement) root.getChildNodes().item(i);
            Dom.text((HTMLElement) row.getChildNodes().item(1), TravelText.reach(course));
            Dom.text((HTMLElement) row.getChildNodes().item(2), TravelText.comparison(course));
        }
    }

    private void build(LabReport.Courses report) {
        root.clear();
        for (int i = 0; i < report.courses().size(); i++) {
            LabReport.Course course = report.courses().get(i);
            boolean isPresent = i == report.present();
            HTMLElement row = Dom.append(root, "li", isPresent ? "present" : "", "");
            row.setAttribute("data-testid", "course");
            Dom.append(row, "span", "course-name", TravelText.name(i) + ", " + TravelText.course(course));
            Dom.append(row, "span", "course-reach", "");
            Dom.append(row, "span", "course-difference", "");
            int number = i;
            if (isPresent) {
                Dom.append(row, "span", "course-here", "the run is on this one");
            } else {
                HTMLButtonElement button = (HTMLButtonElement) Dom.append(row, "button", "small", "Go to its end");
                button.setAttribute("type", "button");
                button.setAttribute("aria-label", "Go to the end of " + TravelText.name(i));
                button.onClick(event -> chooser.goTo(number, course.furthest()));
            }
        }
    }
}
