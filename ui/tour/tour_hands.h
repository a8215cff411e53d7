// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace acx {

/// Finds the window's widgets by their object names and works them with events, as a person would. Each action returns
/// what went wrong, or an empty text.
class TourHands final
{
public:
    explicit TourHands(QWidget &window)
        : m_window(window)
    {}

    /// The visible widget of that name, or null.
    [[nodiscard]] QWidget *find(const QString &name) const;
    [[nodiscard]] bool isShown(const QString &name) const { return find(name) != nullptr; }
    /// The text of a label, button or text field of that name; empty if it is not shown.
    [[nodiscard]] QString text(const QString &name) const;

    [[nodiscard]] QString click(const QString &name) const;
    /// Replaces the content of a field.
    [[nodiscard]] QString type(const QString &name, const QString &text) const;
    /// One key for whatever has the focus.
    void press(int key) const;
    /// A row of a list or tree, at any depth, that begins with `text`; in the middle of what it says.
    [[nodiscard]] QString clickRow(const QString &name, const QString &text) const;
    /// Marks the rows first … last of a list.
    [[nodiscard]] QString markRows(const QString &name, int first, int last) const;
    [[nodiscard]] bool hasRow(const QString &name, const QString &text) const;
    [[nodiscard]] QString clickTab(const QString &name, const QString &text) const;

private:
    /// The row of the view that begins with the text.
    [[nodiscard]] QModelIndex row(const QString &name, const QString &text) const;

    QWidget &m_window;
};

} // namespace acx
