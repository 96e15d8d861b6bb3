//go:build tools

// Package etcd pins the store behind the sandbox's control plane: it is built from its published modules.
package etcd

import (
	_ "go.etcd.io/etcd/server/v3"
)
