"""How text messages leave the house: by a gateway (HTTP), or by gammu-smsd and a modem on this machine."""
