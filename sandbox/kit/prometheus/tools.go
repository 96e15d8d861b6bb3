//go:build tools

// Package prometheus pins the metric store of the sandbox: it is built from its published modules.
package prometheus

import (
	_ "github.com/prometheus/prometheus/cmd/prometheus"
	_ "github.com/prometheus/prometheus/cmd/promtool"
)
