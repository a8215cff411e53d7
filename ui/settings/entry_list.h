// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QListWidget;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
class Theme;

/// A short list of what the person added, with a button that takes the chosen one away, room for further buttons before
/// it and for a notice. The list and "remove" are seen only where there is something.
class EntryList final : public QWidget
{
    Q_OBJECT
public:
    /// Object names of its controls, and what the list is called.
    struct Names
    {
        QString list;
        QString remove;
        QString notice;
        QString accessible;
    };
    struct Entry
    {
        QString text; ///< may have several lines
        QString toolTip;
    };

    EntryList(const Theme &theme, const Names &names, QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries);
    QPushButton *addButton(const QString &text, const QString &name);
    [[nodiscard]] InlineNotice &notice() const { return *m_notice; }

Q_SIGNALS:
    void removeWanted(int row);

private:
    QListWidget *m_list;
    QPushButton *m_remove;
    InlineNotice *m_notice;
    QHBoxLayout *m_buttons;
};

} // namespace acx
