// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "ui/explorer/json_tree_model.h"
#include "ui/theme/theme.h"

#include <QTableWidget>

namespace acx {

/// The headers of an answer, one a row. Links of Link, Location and Content-Location have rows of their own below;
/// Enter, a double click or the context menu open them. Ctrl+C copies the rows that are selected.
class HeaderTable final : public QTableWidget
{
    Q_OBJECT
    Q_PROPERTY(QString plainText READ plainText) // clazy:exclude=qproperty-without-notify

public:
    explicit HeaderTable(const Theme &theme, QWidget *parent = nullptr);

    void setLinkRule(LinkRule rule);
    void setHeaders(const HttpHeaders &headers, const QUrl &answerUrl);
    /// All rows as "Name: value" lines.
    [[nodiscard]] QString plainText() const;
    void copySelected();

Q_SIGNALS:
    void linkChosen(const acx::AnswerLink &link, bool newTab);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void addRow(const QString &name, const QString &value, const std::optional<AnswerLink> &link);
    void applyTheme();
    void openRow(int row, bool newTab);
    [[nodiscard]] QString lineOf(int row) const;

    const Theme &m_theme;
    LinkRule m_linkRule;
    QHash<int, AnswerLink> m_links; ///< by row
};

} // namespace acx
