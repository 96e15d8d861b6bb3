// Executes every template of the vectors again with the Go at hand, and prints the vectors anew:
//
//	go run src/test/go/vectors.go < src/test/resources/template/vectors.json > vectors.json
package main

import (
	"encoding/json"
	"os"
	"strings"
	"text/template"
)

type vector struct {
	Template string `json:"template"`
	Output   string `json:"output,omitempty"`
	Error    string `json:"error,omitempty"`
}

var functions = template.FuncMap{
	"name":      func() string { return "podinfo" },
	"namespace": func() string { return "test" },
	"target":    func() string { return "backend" },
	"service":   func() string { return "api" },
	"ingress":   func() string { return "edge" },
	"route":     func() string { return "rt" },
	"interval":  func() string { return "1m" },
	"variables": func() map[string]string {
		return map[string]string{"reporter": "destination", "code": "5..", "empty": "", "num": "3",
			"html": "<a href='x'>\"&\u2028é"}
	},
}

func executed(source string) vector {
	parsed, err := template.New("query").Option("missingkey=error").Funcs(functions).Parse(source)
	var out strings.Builder
	if err == nil {
		err = parsed.Execute(&out, nil)
	}
	if err != nil {
		return vector{Template: source, Error: err.Error()}
	}
	return vector{Template: source, Output: out.String()}
}

func main() {
	var vectors []vector
	if err := json.NewDecoder(os.Stdin).Decode(&vectors); err != nil {
		panic(err)
	}
	for i := range vectors {
		vectors[i] = executed(vectors[i].Template)
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(vectors); err != nil {
		panic(err)
	}
}
