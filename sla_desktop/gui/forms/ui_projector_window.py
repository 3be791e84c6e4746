# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'projector_window.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)

from sla_desktop.gui.groups.wall import Wall

class Ui_ProjectorWindow(object):
    def setupUi(self, ProjectorWindow):
        if not ProjectorWindow.objectName():
            ProjectorWindow.setObjectName(u"ProjectorWindow")
        ProjectorWindow.resize(1280, 720)
        ProjectorWindow.setProperty(u"look", u"window")
        self.layout_3 = QVBoxLayout(ProjectorWindow)
        self.layout_3.setSpacing(20)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(36, 36, 36, 36)
        self.layout_1 = QHBoxLayout()
        self.layout_1.setSpacing(10)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.round_label = QLabel(ProjectorWindow)
        self.round_label.setObjectName(u"round_label")
        self.round_label.setProperty(u"look", u"huge")

        self.layout_1.addWidget(self.round_label)

        self.part_label = QLabel(ProjectorWindow)
        self.part_label.setObjectName(u"part_label")
        self.part_label.setProperty(u"look", u"heading-plain")

        self.layout_1.addWidget(self.part_label)

        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_4)

        self.clock_label = QLabel(ProjectorWindow)
        self.clock_label.setObjectName(u"clock_label")
        self.clock_label.setProperty(u"look", u"huge")

        self.layout_1.addWidget(self.clock_label)

        self.minutes_spin = QSpinBox(ProjectorWindow)
        self.minutes_spin.setObjectName(u"minutes_spin")
        self.minutes_spin.setMinimum(1)
        self.minutes_spin.setMaximum(180)
        self.minutes_spin.setValue(15)

        self.layout_1.addWidget(self.minutes_spin)

        self.countdown_button = QPushButton(ProjectorWindow)
        self.countdown_button.setObjectName(u"countdown_button")
        self.countdown_button.setProperty(u"look", u"large")
        self.countdown_button.setProperty(u"icon_name", u"clock")

        self.layout_1.addWidget(self.countdown_button)

        self.previous_button = QPushButton(ProjectorWindow)
        self.previous_button.setObjectName(u"previous_button")
        self.previous_button.setProperty(u"look", u"large")
        self.previous_button.setProperty(u"icon_name", u"chevron-left")

        self.layout_1.addWidget(self.previous_button)

        self.next_button = QPushButton(ProjectorWindow)
        self.next_button.setObjectName(u"next_button")
        self.next_button.setProperty(u"look", u"large")
        self.next_button.setProperty(u"icon_name", u"chevron-right")

        self.layout_1.addWidget(self.next_button)

        self.close_button = QPushButton(ProjectorWindow)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"look", u"large")
        self.close_button.setProperty(u"icon_name", u"x")

        self.layout_1.addWidget(self.close_button)


        self.layout_3.addLayout(self.layout_1)

        self.wall = Wall(ProjectorWindow)
        self.wall.setObjectName(u"wall")

        self.layout_3.addWidget(self.wall)


        self.retranslateUi(ProjectorWindow)

        QMetaObject.connectSlotsByName(ProjectorWindow)
    # setupUi

    def retranslateUi(self, ProjectorWindow):
        ProjectorWindow.setWindowTitle(QCoreApplication.translate("ProjectorWindow", u"Breakouts", None))
        self.round_label.setText("")
        self.part_label.setText("")
        self.clock_label.setText("")
        self.minutes_spin.setSuffix(QCoreApplication.translate("ProjectorWindow", u" min", None))
#if QT_CONFIG(accessibility)
        self.minutes_spin.setAccessibleName(QCoreApplication.translate("ProjectorWindow", u"Minutes of the countdown", None))
#endif // QT_CONFIG(accessibility)
        self.countdown_button.setText(QCoreApplication.translate("ProjectorWindow", u"Start countdown", None))
        self.previous_button.setText(QCoreApplication.translate("ProjectorWindow", u"Back", None))
        self.next_button.setText(QCoreApplication.translate("ProjectorWindow", u"Next", None))
        self.close_button.setText(QCoreApplication.translate("ProjectorWindow", u"Close", None))
#if QT_CONFIG(tooltip)
        self.close_button.setToolTip(QCoreApplication.translate("ProjectorWindow", u"Close (Esc)", None))
#endif // QT_CONFIG(tooltip)
    # retranslateUi

