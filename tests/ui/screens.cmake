# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of the screens: welcome, profiles, settings, explorer.
