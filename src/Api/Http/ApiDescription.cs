using Microsoft.OpenApi;

namespace Safeguard.Api.Http;

/// <summary>The OpenAPI 3.1 document at <c>/openapi/v1.json</c>, browsable at <c>/docs</c>.</summary>
public static class ApiDescription
{
    public const string Document = "v1";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddOperationTransformer(async (operation, context, cancel) =>
        {
            var takes = context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesBody>().FirstOrDefault();
            if (takes is null) return;
            var schema = await context.GetOrCreateSchemaAsync(takes.Type, null, cancel);
            operation.RequestBody = new OpenApiRequestBody
            {
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new() { Schema = schema },
                },
            };
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Safeguard",
                Version = "1",
                Description = "Urgent contacts that reach a person, and a record of what was known when. "
                    + "Errors are RFC 9457 problem details with a stable `code` and the `rule` behind it.",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
                Contact = new OpenApiContact { Name = "Your programme office" },
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["bearer"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A token of the university's provider; in the demo, one of POST /demo/token.",
                },
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
            return Task.CompletedTask;
        });
    });
}
