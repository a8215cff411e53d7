// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/claims.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
QT_END_NAMESPACE

namespace acx {

class ElidedLabel;

/// What a token says: in words, everything, or as JSON (inner tokens masked). Parts: "claimsWords", "claimsAll",
/// "claimsJson" (the switch), "claimsTable", "claimsText".
class ClaimsView final : public QWidget
{
    Q_OBJECT
public:
    explicit ClaimsView(const Theme &theme, QWidget *parent = nullptr);
    void setJwt(const Jwt &jwt, const QDateTime &now);
    /// A token that is no JWT: only its service can read it.
    void setOpaque(const QString &reason);
    /// Forgets the token and all that was shown of it.
    void clear();
    /// The times in words move on.
    void refresh(const QDateTime &now);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Mode { Words, All, Json };
    struct Row
    {
        QLabel *title;
        ElidedLabel *text;
        QLabel *claim;
    };

    void buildSwitch();
    void showClaimNames();
    void setMode(int mode);
    [[nodiscard]] QList<ClaimRow> rows(const QDateTime &now) const;
    void fill(const QList<ClaimRow> &rows);

    const Theme &m_theme;
    std::optional<Jwt> m_jwt;
    QDateTime m_now;
    int m_mode = Words;
    QButtonGroup *m_switch;
    QWidget *m_switchRow;
    QLabel *m_caption;
    QLabel *m_opaque;
    QStackedWidget *m_pages;
    QWidget *m_table;
    QGridLayout *m_grid;
    QPlainTextEdit *m_text;
    QList<Row> m_rows;
};

} // namespace acx
