// SPDX-License-Identifier: GPL-3.0-or-later
// The reference for start and memory: a window with nothing in it.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
