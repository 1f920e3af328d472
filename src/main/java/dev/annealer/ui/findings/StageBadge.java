package dev.annealer.ui.findings;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.lint.Finding;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// How many findings a stage has, and how bad the worst is; a click shows it in the list.
public final class StageBadge extends Button {
    private final FindingsViewModel model;
    private final int index;
    private final Tooltip tooltip = new Tooltip();

    /// @param index the stage's position in the document
    public StageBadge(FindingsViewModel model, int index) {
        this.model = model;
        this.index = index;
        getStyleClass().addAll(Styles.FLAT, "card-button", "stage-badge");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        setTooltip(tooltip);
        setOnAction(_ -> model.ofStage(index).stream().findFirst().ifPresent(model::ask));
        show();
    }

    /// Reads the findings anew.
    public void show() {
        List<Finding> findings = model.ofStage(index);
        setVisible(!findings.isEmpty());
        setManaged(!findings.isEmpty());
        FindingsViewModel.worst(findings).ifPresent(worst -> {
            setGraphic(SeverityIcon.of(worst));
            SeverityIcon.dress(this, worst);
            setText(findings.size() == 1 ? "" : Integer.toString(findings.size()));
            tooltip.setText(findings.stream().map(Finding::message).collect(Collectors.joining("\n")));
            setAccessibleText(get("findings.badge", FindingCounts.of(findings)));
        });
    }
}
