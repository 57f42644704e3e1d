#!/usr/bin/env -S node --env-file-if-exists=/run/secrets/daybook.env
// The daybook command inside a running container, with the settings that its server has:
//   docker compose exec web-1 daybook --help
require('/daybook/bin/daybook.js');
